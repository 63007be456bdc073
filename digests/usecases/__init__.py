"""What people ask for, a file a family. No platform, no SQL."""
