import Foundation
import Testing
import Values

/// The examples of the help pages, run one after the other on a network with its past.
@Suite struct ExampleTests {
  /// Every line of the page of commands that begins with `admin`.
  private static func examples() throws -> [String] {
    let page = try Program.run(["help", "markdown"]).output
    return page.split(separator: "\n").map { String($0) }.filter { $0.hasPrefix("admin ") }
  }

  /// A rule may refuse an example, what it names need not be there, and a plan is old once another
  /// example recorded something; nothing else may go wrong.
  private static let lawful: Set<Int32> = [0, 10, 11, 12, 65, 66, 75]

  @Test func `Every example of the help is a line that the program understands`() throws {
    let examples = try Self.examples()
    #expect(examples.count > 100)
    try NetworkOnDisk.with { network in
      for example in examples where !example.hasPrefix("admin init") {
        let outcome = try Self.shell(example, in: network.folder)
        #expect(Self.lawful.contains(outcome.status), "\(example): \(outcome.talk)")
        #expect(!outcome.talk.contains("[unexpected]"), "\(example)")
      }
      #expect(try network.run("verify").status == 0)
    }
  }

  /// Runs a line with a shell, as a reader who pastes it does.
  private static func shell(_ line: String, in folder: String) throws -> Program.Outcome {
    let command = "admin() { \"$ACTA_PROGRAM\" \"$@\"; }; cd \"$ACTA_FOLDER\" && \(line)"
    return try Program.run(
      ["-c", command], environment: ["ACTA_PROGRAM": Program.path, "ACTA_FOLDER": folder],
      program: "/bin/sh")
  }
}
