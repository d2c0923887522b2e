import Foundation
import Testing

/// The files of this checkout, as the tests of its form read them.
enum Checkout {
  /// The folder of `Package.swift`.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Every file below a folder whose name has one of the endings, in the order of their paths.
  static func files(in folder: String, endings: [String]) throws -> [SourceFile] {
    let start = root.appending(path: folder)
    let walk = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
    var found: [URL] = []
    while let url = walk?.nextObject() as? URL {
      if endings.contains(url.pathExtension) { found.append(url) }
    }
    return try found.sorted { $0.path < $1.path }.map { try SourceFile(at: $0) }
  }

  static func file(_ path: String) throws -> SourceFile {
    try SourceFile(at: root.appending(path: path))
  }
}

/// A text file of the checkout, line by line.
struct SourceFile: Sendable, CustomTestStringConvertible {
  /// From the folder of `Package.swift`.
  let path: String
  let lines: [String]

  init(at url: URL) throws {
    path = String(url.path.dropFirst(Checkout.root.path.count + 1))
    lines = try String(contentsOf: url, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  init(path: String, lines: [String]) {
    self.path = path
    self.lines = lines
  }

  var name: String { String(path.split(separator: "/").last ?? "") }
  var text: String { lines.joined(separator: "\n") }
  var testDescription: String { path }

  /// Lines that are not comments, with their numbers from 1 and without texts in quotation marks.
  var code: [(number: Int, line: String)] {
    lines.enumerated().compactMap { index, line in
      let trimmed = line.drop { $0 == " " }
      return trimmed.hasPrefix("//") ? nil : (index + 1, Self.withoutTexts(line))
    }
  }

  private static func withoutTexts(_ line: String) -> String {
    var kept = ""
    for (index, part) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    where index.isMultiple(of: 2) {
      kept += part + " "
    }
    return kept
  }
}
