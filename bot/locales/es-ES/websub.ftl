# Palabras sobre hubs (WebSub).
feed-pushed = { $line }; su hub avisa de lo nuevo al momento
check-pushes = Avisos (WebSub): los hubs se comunican con este bot en { $address }
check-pushes-open = Avisos (WebSub): los hubs se comunican con este bot en { $address }, sin cifrar; es mejor una dirección https en web.public_url
check-pushes-none = Avisos (WebSub): ninguno sin dirección pública (web.enabled, web.public_url); las fuentes se consultan
