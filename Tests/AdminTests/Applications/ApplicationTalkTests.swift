import Foundation
import Testing
import Values

@testable import admin

/// Applications on the command line, in each language.
@Suite struct ApplicationTalkTests {
  /// Rules by which the plenary lets states in, after the board has said what it thinks.
  private static let written = """
      admission: {by: plenary, matter: default, opinion: board, source: assumption}

    """

  private static func with(_ body: (WritePathNetwork) throws -> Void) throws {
    try WritePathNetwork.with { network in
      let text = WritePathNetwork.text.replacing(
        "  programme: {length", with: written + "  programme: {length")
      _ = try network.file("network.yaml", text)
      let founded = network.run(["apply", "--founding"])
      #expect(founded.status == .done, "\(founded.talk)")
      try body(network)
    }
  }

  private static func run(_ line: String, _ network: WritePathNetwork) -> Outcome {
    network.run(ShellWords.split(line))
  }

  @Test(arguments: [
    ("en", "FR cannot be admitted without a decision", "File an application"),
    ("pt", "FR não pode ser admitido sem decisão", "Apresente uma candidatura"),
    ("es", "FR no puede ser admitido sin decisión", "Presente una candidatura"),
  ])
  func `An admission by another way is refused with the clause and the way in`(
    _ language: String, _ what: String, _ way: String
  ) throws {
    try Self.with { network in
      let refused = Self.run("member admit FR --class member --lang \(language)", network)
      #expect(refused.status == .refused)
      #expect(refused.talk.contains(what) && refused.talk.contains(way), "\(refused.talk)")
      #expect(refused.talk.contains("admission"))
    }
  }

  @Test func `An application is filed, advised on, listed and shown, and admits nobody`() throws {
    try Self.with { network in
      let filed = Self.run("application file FR --class observer --text 'Letter 4'", network)
      #expect(filed.status == .done, "\(filed.talk)")
      #expect(filed.talk.contains("admin -C \(network.folder) application decide AP-1 --help"))
      let other = Self.run(
        "application opinion AP-1 --body plenary --opinion favourable --dry-run", network)
      #expect(other.status == .refused)
      let advised = Self.run(
        "application opinion AP-1 --body board --opinion unfavourable", network)
      #expect(advised.status == .done, "\(advised.talk)")
      #expect(Self.run("application list", network).output.contains("unfavourable"))
      #expect(Self.run("application show AP-1 --json", network).output.contains("\"Letter 4\""))
      #expect(Self.run("member list --json", network).output == "[]\n")
    }
  }

  @Test func `A decision that is not recorded is asked for, and one on nothing is not found`()
    throws
  {
    try Self.with { network in
      #expect(Self.run("application file FR --class observer", network).status == .done)
      let unknown = Self.run("application decide AP-1 --by D-1", network)
      #expect(unknown.status == .notFound)
      #expect(Self.run("application decide AP-7 --by D-1", network).status == .notFound)
      #expect(Self.run("application decide AP-1", network).status == .usage)
    }
  }
}
