import TestKit
import Testing

@testable import Values

/// Whether bytes are JSON is answered as the parser answers it, without making anything of them.
@Suite struct JSONCheckingTests {
  private static func isRead(_ bytes: [UInt8]) -> Bool { (try? JSON(parsing: bytes)) != nil }

  @Test(
    arguments: [
      #"{}"#, #"[]"#, #" { "a" : [ 1 , -2 , true , false , null ] , "b" : { } } "#, #""""#, "0",
      "-0",
      "999999999999999999", "-999999999999999999", "9223372036854775807", "-9223372036854775808",
      #"{"class":"member","note":"Admitida pela reunião plenária; o ofício está em anexo."}"#,
      #"{"a":"\u00e9\n\"","\u0062":1}"#, "\n\t\r [ [ [ ] ] ]", #"["🏛️","日本"]"#,
    ])
  func `What the parser reads is readable`(_ text: String) {
    #expect(Self.isRead(Array(text.utf8)))
    #expect(JSON.isReadable(Array(text.utf8)))
  }

  @Test(
    arguments: [
      "", " ", "{", "[", "\"", "\"\\\"", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{,}",
      "[,]",
      "[1,]", "[1 2]", "{]", "[}", "{\"a\" 1}", "{1:2}", "1.0", "1e3", "01", "-01", "-", "+1", ".5",
      "00", "9223372036854775808", "-9223372036854775809", "99999999999999999999", "nul", "nulll",
      "true false", "1 1", "tru", "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}",
      "{\"x\":{\"b\":1,\"c\":2,\"b\":3}}", "\"\u{1F}\"", "\"a\nb\"", "\"\\q\"", "\"\\ud800\"",
      "'a'",
      "\u{FEFF}1", "\u{A0}1", "[1]]", "{}{}", "[[1]", "{\"a\":[1}}",
    ])
  func `What the parser refuses is not readable`(_ text: String) {
    #expect(!Self.isRead(Array(text.utf8)))
    #expect(!JSON.isReadable(Array(text.utf8)))
  }

  @Test(arguments: [
    [0x22, 0xC3, 0x22], [0x22, 0xFF, 0x22], [0x22, 0xE2, 0x82, 0x22], [0xC3, 0xA9],
    [0x22, 0xC3, 0x28, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x5B, 0x80, 0x5D],
    [0x7B, 0x22, 0xC0, 0xAF, 0x22, 0x3A, 0x31, 0x7D],
  ])
  func `Bytes that are no UTF-8 are not readable`(_ bytes: [UInt8]) {
    #expect(!JSON.isReadable(bytes))
  }

  @Test(
    arguments: [63, 64, 65, 66, 500], [("[", "]", "1"), ("{\"a\":", "}", "[]"), ("[", "]", "{}")])
  func `It is as deep as the parser allows`(_ depth: Int, _ row: (String, String, String)) {
    let text =
      String(repeating: row.0, count: depth) + row.2 + String(repeating: row.1, count: depth)
    #expect(JSON.isReadable(Array(text.utf8)) == Self.isRead(Array(text.utf8)))
  }

  @Test func `A level that was left is not counted again`() {
    let text = "[" + String(repeating: "[[]],{\"a\":{\"b\":1}},", count: 100) + "1]"
    #expect(JSON.isReadable(Array(text.utf8)))
  }

  @Test(arguments: [1, 23, 24, 25, 200])
  func `A name that stands twice is found among any number of names`(_ count: Int) {
    let members = (0..<count).map { "\"name\($0)\":\($0)" }
    let whole = "{" + members.joined(separator: ",") + "}"
    #expect(JSON.isReadable(Array(whole.utf8)))
    for twice in Set([0, count / 2, count - 1]) {
      let text = "{" + (members + ["\"name\(twice)\":0"]).joined(separator: ",") + "}"
      #expect(!JSON.isReadable(Array(text.utf8)))
    }
  }

  /// What the changes of a seed put into a good text: the letters of the language and bytes of others.
  private static let pieces =
    Array(#"{}[]:,"\0-9.eEtfnu aé"#.utf8) + [0x00, 0x1F, 0x80, 0xC3, 0xFF]

  private static let samples = [
    #"{"class":"member","member":"PT","papers":["a","b"],"since":"2026-11-23","votes":-12}"#,
    #"{"a":{"b":[[],{},[{"c":null}]],"é":true},"d":"\u00e9\\","e":9223372036854775807}"#,
    #"[1,2,[3,[4,[5]]],{"a":false},"",{"":""}]"#,
  ].map { Array($0.utf8) }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func `Changed bytes are judged as the parser judges them`(_ seed: UInt64) {
    var random = Seeded(seed: seed)
    for _ in 0..<600 {
      var bytes = Self.samples[Int.random(in: 0..<Self.samples.count, using: &random)]
      for _ in 0...Int.random(in: 0..<3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = piece
        case 1: bytes.insert(piece, at: place)
        default: bytes.remove(at: place)
        }
      }
      #expect(
        JSON.isReadable(bytes) == Self.isRead(bytes), "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test(arguments: samples.indices)
  func `A text that is cut anywhere is judged as the parser judges it`(_ sample: Int) {
    let bytes = Self.samples[sample]
    for count in 0...bytes.count {
      let cut = Array(bytes.prefix(count))
      #expect(JSON.isReadable(cut) == Self.isRead(cut))
    }
  }
}
