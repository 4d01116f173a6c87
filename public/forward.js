// On a page that stands at an old address: goes on to the new one and takes the #fragment along.
location.replace(document.querySelector('link[rel=canonical]').getAttribute('href').replace(/^https?:\/\/[^/]+/, '') + location.hash);
