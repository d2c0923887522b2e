internal import EventStore

/// Looks into the files of a network for words that should stand in none.
enum FolderSearch {
  /// Larger files are no texts that somebody wrote.
  private static let largest = 16 << 20

  /// The files that hold one of the words, by their path below the folder, sorted.
  ///
  /// Folders below it are looked into as well, links are not followed. Databases are left out: what events hold in
  /// clear is found by their positions.
  static func files(in folder: String, holding words: Set<String>) -> [String] {
    let wanted = words.map { Array($0.utf8) }.filter { $0.count >= 4 }
    guard !wanted.isEmpty else { return [] }
    return paths(in: folder, depth: 4).filter { path in
      guard !path.hasSuffix(".db"), !path.hasSuffix(".db-wal"), !path.hasSuffix(".db-shm"),
        let bytes = FileBytes.read("\(folder)/\(path)", atMost: largest)
      else { return false }
      return wanted.contains { holds(bytes, $0) }
    }.sorted()
  }

  /// The files of a folder and of those below it, by their paths.
  private static func paths(in folder: String, depth: Int) -> [String] {
    guard depth > 0 else { return [] }
    return FolderEntry.all(in: folder).flatMap { entry -> [String] in
      switch entry.kind {
      case .file: return [entry.name]
      case .folder:
        return paths(in: "\(folder)/\(entry.name)", depth: depth - 1).map { "\(entry.name)/\($0)" }
      case .other: return []
      }
    }
  }

  /// Whether bytes stand one after the other somewhere in others.
  static func holds(_ bytes: [UInt8], _ word: [UInt8]) -> Bool {
    !word.isEmpty && bytes.firstRange(of: word) != nil
  }
}
