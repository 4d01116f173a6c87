package com.example.greeting;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
public class Greeting {

  public static void main(String[] args) {
    SpringApplication.run(Greeting.class, args);
  }

  @GetMapping("/")
  String greet() {
    return "Hello\n";
  }
}
