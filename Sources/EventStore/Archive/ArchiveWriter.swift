internal import Values

/// Writes a network into one file: its mark, its log as an export, the files beside it, in the order of their names.
///
/// The file is a ustar archive, so that other programs can look into it.
package struct ArchiveWriter {
  static let log = "log.jsonl"
  private let sink: FileSink

  /// - Parameters:
  ///   - log: Open for writing, so that it stands still meanwhile.
  ///   - mark: What the archive says of itself.
  ///   - target: A path that nobody has.
  /// - Throws: `target-exists`, and what the file system says.
  package static func write(_ log: Log, _ mark: CopyMark, to target: String) throws {
    try log.locked {
      try Staged.file(target) { sink in
        let lines = try Draft.file(beside: target)
        defer { withExtendedLifetime(lines) { try? Folder.remove(lines.path) } }
        try export(log, to: lines)
        try ArchiveWriter(sink: sink).write(log.directory, mark, lines.path)
      }
    }
  }

  private static func export(_ log: Log, to draft: Draft) throws {
    let sink = try FileSink(draft)
    _ = try log.forEachLine { try sink.write(Array(($0.json.compact + "\n").utf8)) }
    try sink.close()
  }

  private func write(_ directory: String, _ mark: CopyMark, _ lines: String) throws {
    let files = NetworkFiles.names(in: directory)
    var sums = ArchiveSums()
    sums.note(CopyMark.file, mark.text.utf8)
    for name in files { sums.note(name, try bytes(of: name, in: directory)) }
    let names = files + [CopyMark.file, Self.log, ArchiveSums.file]
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      switch name {
      case CopyMark.file: try add(name, Array(mark.text.utf8))
      case ArchiveSums.file: try add(name, Array(sums.text.utf8))
      case Self.log: try add(name, from: lines)
      default: try add(name, bytes(of: name, in: directory), as: sums)
      }
    }
    try sink.write([UInt8](repeating: 0, count: 2 * TarHeader.blockBytes))
  }

  /// The bytes of a file beside the log, no more of them than will be taken out again.
  private func bytes(of name: String, in directory: String) throws -> [UInt8] {
    let most = ArchiveReader.maximumFileBytes
    let bytes = try FileSource("\(directory)/\(name)")?.read(most + 1)
    guard let bytes, bytes.count <= most else { throw unfit(name, "size") }
    return bytes
  }

  /// Adds a file as it was when the sums were made.
  private func add(_ name: String, _ bytes: [UInt8], as sums: ArchiveSums) throws {
    guard sums.digests[name] == Digest.sha256(bytes) else { throw unfit(name, "changed") }
    try add(name, bytes)
  }

  private func unfit(_ name: String, _ reason: String) -> Failure {
    Failure(.archiveUnfit, ["entry": .text(name), "reason": .word("archive.\(reason)")])
  }

  private func add(_ name: String, _ bytes: [UInt8]) throws {
    let header = TarHeader(name: name, size: bytes.count)
    try sink.write(header.bytes)
    try sink.write(bytes)
    try sink.write([UInt8](repeating: 0, count: header.padding))
  }

  private func add(_ name: String, from path: String) throws {
    guard let size = Folder.size(of: path), size <= TarHeader.maximumSize,
      let source = FileSource(path)
    else { throw unfit(name, "size") }
    let header = TarHeader(name: name, size: size)
    try sink.write(header.bytes)
    let start = sink.count
    try source.forEachPiece { try sink.write($0) }
    guard sink.count - start == size else { throw unfit(name, "size") }
    try sink.write([UInt8](repeating: 0, count: header.padding))
  }
}
