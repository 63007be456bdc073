# Qué detiene una entrega y qué hacer.
notice-threads-closed = { $edition } está en pausa: no puedo abrir hilos en { $channel } o no puedo escribir en ellos. Dale allí a mi rol «Crear hilos públicos» y «Enviar mensajes en hilos» y hazla continuar con /digest resume.
