import TestKit
import Testing
import Values

@testable import admin

/// `minutes restore` on the command line, and what the paper says of the version.
@Suite struct MinutesRestoreTalkTests {
  /// The motion network after its plenary, with minutes in two versions.
  private static func with(_ body: (SampleNetwork) throws -> Void) throws {
    try MotionNetwork.with { network throws in
      for line in [
        "meeting open plenary-1 --present PT,ES,FR", "meeting close plenary-1",
        "minutes draft plenary-1",
        "minutes write plenary-1 --after opened --text 'The host spoke.'",
      ] {
        let told = network.run(line)
        #expect(told.status == .done, "\(told.talk)")
      }
      try body(network)
    }
  }

  @Test(arguments: [
    ("en", "it brings back version 1"), ("pt", "repõe a versão 1"),
    ("es", "restablece la versión 1"),
  ])
  func `The paper says which version it brings back, and reads as that one did`(
    _ row: (language: String, words: String)
  ) throws {
    try Self.with { network throws in
      let told = network.run("minutes restore plenary-1 --version 1")
      #expect(told.status == .done, "\(told.talk)")
      let paper = network.run("minutes text plenary-1 --lang \(row.language)").output
      #expect(paper.contains(row.words), "\(paper)")
      #expect(!paper.contains("The host spoke."))
      #expect(network.run("minutes text plenary-1 --version 2").output.contains("The host spoke."))
      #expect(network.run("minutes compare plenary-1 1 3").status == .done)
      #expect(network.run("minutes compare plenary-1 2 3").status == .differences)
      #expect(try network.json("minutes show plenary-1")["version"] == 3)
    }
  }

  @Test(arguments: [
    ("en", "have no version 9", "minutes compare"), ("pt", "não tem a versão 9", "minutes compare"),
    ("es", "no tiene la versión 9", "minutes compare"),
  ])
  func `A version that there is not is refused with a way to see them`(
    _ row: (language: String, what: String, way: String)
  ) throws {
    try Self.with { network throws in
      let refused = network.run("minutes restore plenary-1 --version 9 --lang \(row.language)")
      #expect(refused.status == .notFound, "\(refused.talk)")
      #expect(refused.talk.contains(row.what) && refused.talk.contains(row.way))
    }
  }
}
