# Palavras sobre hubs (WebSub).
feed-pushed = { $line }; o hub avisa das novidades na hora
check-pushes = Avisos (WebSub): os hubs alcançam este bot em { $address }
check-pushes-open = Avisos (WebSub): os hubs alcançam este bot em { $address }, sem criptografia; é melhor um endereço https em web.public_url
check-pushes-none = Avisos (WebSub): nenhum sem endereço público (web.enabled, web.public_url); os feeds são consultados
