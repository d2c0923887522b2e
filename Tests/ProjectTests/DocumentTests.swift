import Foundation
import Testing

/// The documents lead to each other and keep their promises about form.
@Suite struct DocumentTests {
  private static func documents() throws -> [SourceFile] {
    let roots = try ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(Checkout.file)
    return try roots + Checkout.files(in: "docs", endings: ["md"])
  }

  /// The files of the checkout that a document links to, as paths from the folder of `Package.swift`.
  private static func links(of file: SourceFile) throws -> [(target: String, isThere: Bool)] {
    let expression = try NSRegularExpression(pattern: #"\]\(([^)#:\s]+)(#[^)]*)?\)"#)
    let text = file.text
    let folder = Checkout.root.appending(path: file.path).deletingLastPathComponent()
    return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).compactMap {
      guard let range = Range($0.range(at: 1), in: text) else { return nil }
      let url = folder.appending(path: String(text[range])).standardizedFileURL
      let target = String(url.path.dropFirst(Checkout.root.path.count + 1))
      return (target, FileManager.default.fileExists(atPath: url.path))
    }
  }

  @Test func `Every link between documents leads somewhere`() throws {
    for file in try Self.documents() {
      for link in try Self.links(of: file) {
        #expect(link.isThere, "\(file.path): \(link.target) does not exist: mend the link")
      }
    }
  }

  @Test func `Every document can be found from another one`() throws {
    let documents = try Self.documents()
    let linked = Set(
      try documents.flatMap { file in
        try Self.links(of: file).map(\.target).filter { $0 != file.path }
      })
    for file in documents where file.path.hasPrefix("docs/") {
      #expect(
        linked.contains(file.path), "\(file.path): link it from README.md or from another document")
    }
  }

  @Test func `The file that each module opens with is there`() throws {
    let rows = try Checkout.file("docs/architecture.md").lines.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")) }
    }
    let modules = rows.filter { $0.count == 4 && $0[3].hasSuffix(".swift") }
    #expect(modules.count >= 7)
    for row in modules {
      let path = Checkout.root.appending(path: "Sources/\(row[0])/\(row[3])").path
      #expect(
        FileManager.default.fileExists(atPath: path),
        "docs/architecture.md: \(row[0]): name the file to open first, \(row[3]) is gone")
    }
  }

  @Test(arguments: [("README.md", 100, 250), ("CONTRIBUTING.md", 20, 120)])
  func `A document has a length that people read`(
    _ row: (path: String, least: Int, most: Int)
  ) throws {
    let count = try Checkout.file(row.path).lines.count - 1
    #expect(
      count >= row.least && count <= row.most,
      "\(row.path) has \(count) lines: \(row.least) to \(row.most); move detail to docs/")
  }

  @Test func `Every decision has its parts and stands in the list`() throws {
    let list = try Checkout.file("docs/decisions/README.md").text
    let pages = try Checkout.files(in: "docs/decisions", endings: ["md"])
    for page in pages where page.name != "README.md" {
      let parts = [
        "Date: ", "## Status", "## Context", "## Decision", "## Consequences", "## Alternatives",
      ]
      for part in parts {
        #expect(
          page.lines.contains { $0.hasPrefix(part) },
          "\(page.path): add \(part); see docs/decisions/0001-record-decisions.md")
      }
      #expect(list.contains("](\(page.name))"), "\(page.path): add it to docs/decisions/README.md")
    }
  }

  @Test(arguments: ["setup", "lint", "test", "demo", "bench", "mutate"])
  func `A script can be run and says how it is used`(_ name: String) throws {
    let path = Checkout.root.appending(path: "scripts/\(name)").path
    #expect(FileManager.default.isExecutableFile(atPath: path), "chmod +x scripts/\(name)")
    let head = try Checkout.file("scripts/\(name)").lines.prefix(12)
    #expect(head.contains { $0.contains("Usage:") }, "scripts/\(name): say the usage at the top")
  }
}
