# Words about hubs (WebSub).
feed-pushed = { $line }; its hub tells of news at once
check-pushes = Pushes (WebSub): hubs reach this bot at { $address }
check-pushes-open = Pushes (WebSub): hubs reach this bot at { $address }, unencrypted; an https address in web.public_url is better
check-pushes-none = Pushes (WebSub): none without a public address (web.enabled, web.public_url); feeds are polled
