"""Lists an archive of a network with the library of another language: name, owner, time, mode of each plain file."""
import sys
import tarfile

with tarfile.open(sys.argv[1], "r:") as archive:
    for entry in archive.getmembers():
        if not entry.isreg():
            sys.exit(f"{entry.name}: no plain file")
        print(entry.name, entry.uid, int(entry.mtime), oct(entry.mode)[2:])
