"""Language data behind the ports `WordStats` and `LanguageDetector`."""
