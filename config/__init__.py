"""Configuration: read once, validated whole, passed on as plain values. Imports no other room."""
