"""The flow: poll, read, join, prepare, deliver. Each verb takes `now`, claims its due work and can be run again."""
