var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "Hello\n");
app.MapGet("/health", () => "ok\n");
app.Run();
