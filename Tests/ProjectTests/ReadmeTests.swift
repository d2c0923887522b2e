import Foundation
import Testing

/// The session of the README is run, and answers what the README says.
///
/// After a wanted change of the program, `ACTA_RECORD_README=1 scripts/test ReadmeTests` writes the new answers
/// into README.md and fails, so that somebody looks at them.
@Suite struct ReadmeTests {
  @Test func `The session of the README answers what it says`() throws {
    let steps = Console(try Checkout.file("README.md")).steps
    try #require(steps.count >= 10, "the README shows a session of the whole way of an act")
    let folder = try TemporaryFolder()
    try prepare(folder)
    var answers: [[String]] = []
    for step in steps {
      let result = try Shell(["sh", "-c", step.command], in: folder.url, with: variables(folder))
      answers.append(Console.shown(result.output))
      if !Self.isRecording {
        #expect(
          Console.matches(result.output, step.answer),
          "README.md:\(step.line): \(step.command) answers otherwise:\n\(result.output)")
      }
    }
    if Self.isRecording { try record(answers) }
  }

  private static var isRecording: Bool {
    ProcessInfo.processInfo.environment["ACTA_RECORD_README"] == "1"
  }

  /// The program under its name and the policies, as if in a checkout.
  private func prepare(_ folder: TemporaryFolder) throws {
    let built = Checkout.root.appending(path: ".build/debug/admin").path
    let admin = ProcessInfo.processInfo.environment["ACTA_ADMIN"] ?? built
    try #require(
      FileManager.default.isExecutableFile(atPath: admin), "build first, or set ACTA_ADMIN")
    let links = [("admin", admin), ("policies", Checkout.root.appending(path: "policies").path)]
    for (name, target) in links {
      let link = folder.url.appending(path: name).path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    }
  }

  private func variables(_ folder: TemporaryFolder) -> [String: String] {
    ["PATH": folder.path, "ACTA_NOW": "2026-11-23T09:00:00Z", "LC_ALL": "C.UTF-8", "LANG": "en"]
  }

  private func record(_ answers: [[String]]) throws {
    let file = try Checkout.file("README.md")
    let text = Console.recorded(answers, in: file).joined(separator: "\n")
    try Data(text.utf8).write(to: Checkout.root.appending(path: "README.md"))
    Issue.record("README.md was written: read it, then run the test again without recording")
  }
}
