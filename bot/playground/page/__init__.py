"""The playground's page: the stand-in's server as a chat client shows it, in any browser, with or without script."""
