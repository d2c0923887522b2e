import EventStore
import Foundation
import Testing
import Values

@Suite struct TextsTests {
  private func catalogue(_ language: String) throws -> Set<String> {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/System/CTexts/texts/\(language).txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return Set(lines.compactMap { $0.components(separatedBy: " = ").first })
  }

  @Test(arguments: ["en", "pt", "es"])
  func `Every failure of the store has its three sentences`(_ language: String) throws {
    let keys = try catalogue(language)
    for code in Failure.Code.eventStoreCodes {
      for part in ["what", "why", "mend"] {
        #expect(keys.contains("failure.\(code.name).\(part)"))
      }
    }
  }

  @Test(arguments: ["en", "pt", "es"])
  func `Every finding of verify has its sentence`(_ language: String) throws {
    let keys = try catalogue(language)
    for reason in Flaw.Reason.allCases {
      #expect(keys.contains("verify.\(reason.rawValue)"))
    }
  }
}
