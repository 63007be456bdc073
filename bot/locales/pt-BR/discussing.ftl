story-discuss = Discutir
discuss-here = Fala-se desta história em { $thread }; as novidades chegam lá também.
discuss-opens = Em instantes abre-se neste canal um tópico sobre esta história; as novidades chegarão lá também.
discuss-in-servers = Só os canais de um servidor têm tópicos.
discuss-not-allowed = Você não pode abrir tópicos aqui (permissão “Criar tópicos públicos”); peça à moderação.
