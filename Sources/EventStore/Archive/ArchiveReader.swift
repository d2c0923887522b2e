package import Values

/// Takes an archive apart into an empty folder; whatever `ArchiveWriter` does not write is refused.
///
/// Names are those of a list, ascending and none twice, so that no path leads out of the folder and no entry is
/// a link; a size is checked before a byte of it is read.
package struct ArchiveReader {
  /// The most that a file beside the log may have.
  static let maximumFileBytes = 64 << 20
  private static let maximumEntries = 1_000_000
  private static let ownNames = [CopyMark.file, ArchiveWriter.log, ArchiveSums.file]

  private let source: FileSource
  private let directory: String
  private var names: [String] = []

  /// Whether a file begins as an archive.
  package static func isArchive(_ path: String) -> Bool {
    guard let block = try? FileSource(path)?.read(TarHeader.blockBytes) else { return false }
    return block.count == TarHeader.blockBytes && Array(block[257..<262]) == Array("ustar".utf8)
  }

  /// Makes the folder of a network without its keys.
  ///
  /// - Parameters:
  ///   - path: The archive.
  ///   - directory: An empty folder.
  ///   - fold: Makes the states of the streams.
  /// - Returns: What the archive says of itself; nobody has held the log to it yet.
  /// - Throws: `archive-unfit` with the entry and the reason, what `ExportIntake.take` throws.
  package static func open(
    _ path: String, in directory: String, fold: (Log, StreamName) throws -> (fold: Int, data: JSON)
  ) throws -> CopyMark {
    guard let source = FileSource(path) else { throw Failure.system(path) }
    var reader = ArchiveReader(source: source, directory: directory)
    while try reader.next() {}
    try reader.checkSums()
    let lines = "\(directory)/\(ArchiveWriter.log)"
    guard let mark = try CopyMark.read(in: directory), Folder.holds(lines),
      let file = LineSource(lines)
    else { throw reader.unfit("", "incomplete") }
    _ = try Log.make(in: directory, fold: fold) { try file.next() }
    try Folder.remove(lines)
    return mark
  }

  private init(source: FileSource, directory: String) {
    (self.source, self.directory) = (source, directory)
  }

  /// Takes one entry; false after the end.
  private mutating func next() throws -> Bool {
    let block = try source.read(TarHeader.blockBytes)
    guard block.contains(where: { $0 != 0 }) else { return try end(block) }
    let last = names.last ?? ""
    guard let header = TarHeader(block) else { throw unfit(last, "header") }
    let name = header.name
    guard NetworkFiles.isName(name) || Self.ownNames.contains(name),
      last.utf8.lexicographicallyPrecedes(name.utf8), names.count < Self.maximumEntries
    else { throw unfit(name, "name") }
    guard name == ArchiveWriter.log || header.size <= Self.maximumFileBytes else {
      throw unfit(name, "size")
    }
    names.append(name)
    try write(header)
    return true
  }

  private func write(_ header: TarHeader) throws {
    try NetworkFiles.makeFolder(of: header.name, in: directory)
    let sink = try FileSink("\(directory)/\(header.name)")
    var rest = header.size
    while rest > 0 {
      let piece = try source.read(min(rest, 1 << 16))
      guard !piece.isEmpty else { throw unfit(header.name, "cut") }
      try sink.write(piece)
      rest -= piece.count
    }
    try sink.close()
    let padding = try source.read(header.padding)
    guard padding.count == header.padding, padding.allSatisfy({ $0 == 0 }) else {
      throw unfit(header.name, "cut")
    }
  }

  /// Two blocks of zeros, and nothing after them.
  private func end(_ block: [UInt8]) throws -> Bool {
    let rest = try source.read(TarHeader.blockBytes + 1)
    guard block.count == TarHeader.blockBytes, rest.count == TarHeader.blockBytes,
      rest.allSatisfy({ $0 == 0 })
    else { throw unfit(names.last ?? "", "cut") }
    return false
  }

  /// Holds the files to what the archive says of them; one that an earlier release made says nothing.
  private func checkSums() throws {
    guard names.contains(ArchiveSums.file) else { return }
    let own = try bytes(of: ArchiveSums.file)
    guard let sums = String(utf8: own.span).flatMap({ ArchiveSums($0) }) else {
      throw unfit(ArchiveSums.file, "changed")
    }
    let summed = names.filter { ![ArchiveSums.file, ArchiveWriter.log].contains($0) }
    for name in summed {
      let found = Digest.sha256(try bytes(of: name))
      guard sums.digests[name] == found else { throw unfit(name, "changed") }
    }
    guard sums.digests.count == summed.count else { throw unfit(ArchiveSums.file, "changed") }
    try Folder.remove("\(directory)/\(ArchiveSums.file)")
  }

  private func bytes(of name: String) throws -> [UInt8] {
    try FileSource("\(directory)/\(name)")?.read(Self.maximumFileBytes) ?? []
  }

  private func unfit(_ entry: String, _ reason: String) -> Failure {
    Failure(
      .archiveUnfit, ["entry": .text(entry), "reason": .word("archive.\(reason)")])
  }
}
