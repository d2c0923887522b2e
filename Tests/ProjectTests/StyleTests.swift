import Foundation
import Testing

/// The house limits of CONTRIBUTING.md, held by reading the sources.
@Suite struct StyleTests {
  static let swift = Result { try Checkout.files(in: "Sources", endings: ["swift"]) }
  static let tests = Result { try Checkout.files(in: "Tests", endings: ["swift"]) }

  @Test func `The sources and tests are found, with functions in them`() throws {
    let files = try Self.swift.get()
    #expect(files.count > 40)
    #expect(files.flatMap { Functions.all(in: $0) }.count > 200)
    #expect(try Self.tests.get().contains { $0.path == "Tests/ProjectTests/StyleTests.swift" })
  }

  @Test func `No file passes 400 lines`() throws {
    for file in try Self.swift.get() + Self.tests.get() {
      #expect(
        file.lines.count <= 401,
        "\(file.path) has \(file.lines.count) lines: give each type or idea its own file")
    }
  }

  @Test func `No function passes 40 lines, or 60 when it is a switch of a test`() throws {
    for file in try Self.swift.get() {
      for function in Functions.all(in: file) {
        #expect(
          function.length <= (function.isSwitch && file.path.hasPrefix("Tests/") ? 60 : 40),
          """
          \(file.path):\(function.line): \(function.name) has \(function.length) lines: \
          name its parts as functions
          """)
      }
    }
  }

  @Test(arguments: [
    (#"\btry!"#, "throw it or handle it"),
    (#"\bas!"#, "use as? with a guard, or a generic"),
    (#"\bfatalError\("#, "throw a Failure with a code"),
    (#"\bimport Foundation\b"#, "use Values, or a wrapper around Glibc"),
    (#"\b\w+(Manager|Helper|Helpers|Utils|Utilities|Common|Misc|Impl)\b"#, "say what it holds"),
    (
      #"^(package |public |private )?(enum|struct|class) (Manager|Helper|Utils|Common|Misc)\b"#,
      "say what it holds"
    ),
  ])
  func `The sources avoid what the house avoids`(_ row: (pattern: String, remedy: String)) throws {
    for file in try Self.swift.get() {
      try expectNone(of: row.pattern, in: file.code, of: file, remedy: row.remedy)
    }
  }

  @Test func `Nobody leaves work behind in a comment`() throws {
    let pattern =
      #"\b("# + ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"].joined(separator: "|")
      + #")\b"#
    for file in try Self.swift.get() + Self.tests.get() {
      let lines = file.lines.enumerated().map { ($0 + 1, $1) }
      try expectNone(of: pattern, in: lines, of: file, remedy: "do it now, or file an issue")
    }
  }

  @Test func `Tests print nothing and wait for nothing`() throws {
    for file in try Self.tests.get() where !file.path.hasPrefix("Tests/Bench") {
      try expectNone(
        of: #"(?<![.\w])print\(|\bsleep\(|Task\.sleep"#, in: file.code, of: file,
        remedy: "expect something, or wait for the thing itself")
    }
  }

  @Test func `No file names a place on somebody's machine`() throws {
    let places = ["/wo" + "rk/", "/tmp/ac" + "ta", "/ro" + "ot/", "/ho" + "me/"]
    var files = try Self.swift.get() + Self.tests.get()
    files += try Checkout.files(in: "docs", endings: ["md"])
    files += try Checkout.files(in: "policies", endings: ["yaml"])
    files += try ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Package.swift"].map(
      Checkout.file)
    for file in files {
      for place in places {
        let line = file.lines.firstIndex { $0.contains(place) }.map { $0 + 1 }
        #expect(
          line == nil,
          "\(file.path):\(line ?? 0): names \(place): take the place as an argument, or leave it out"
        )
      }
    }
  }

  @Test func `No paper that a test or an example wrote lies at the top`() throws {
    let entries = try FileManager.default.contentsOfDirectory(atPath: Checkout.root.path)
    let papers = entries.filter { entry in
      ["md", "html", "csv", "jsonl", "whl"].contains { entry.hasSuffix(".\($0)") }
    }
    #expect(Set(papers) == ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
  }

  @Test func `A file has the name of what it holds`() throws {
    let banned = ["Manager", "Helper", "Utils", "Utilities", "Common", "Misc", "Info", "Impl"]
    for file in try Self.swift.get() + Self.tests.get() {
      let word = banned.first { file.name.contains($0) }
      #expect(word == nil, "\(file.path): \(word ?? "") says nothing: name what the file holds")
    }
  }

  private func expectNone(
    of pattern: String, in lines: [(number: Int, line: String)], of file: SourceFile,
    remedy: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let expression = try NSRegularExpression(pattern: pattern)
    for (number, line) in lines {
      let all = NSRange(line.startIndex..., in: line)
      let isFound = expression.firstMatch(in: line, range: all) != nil
      #expect(
        !isFound, "\(file.path):\(number): \(line.trimmingCharacters(in: .whitespaces)): \(remedy)",
        sourceLocation: sourceLocation)
    }
  }
}
