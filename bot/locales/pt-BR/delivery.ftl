# O que detém uma entrega e o que fazer.
notice-threads-closed = { $edition } está em pausa: não posso abrir tópicos em { $channel } ou não posso escrever neles. Dê ali ao meu cargo "Criar tópicos públicos" e "Enviar mensagens em tópicos" e continue com /digest resume.
