import Plugins
import TestKit
import Testing

@Suite struct Base64Tests {
  @Test(arguments: encoded)
  func `Bytes are written and read as RFC 4648 says`(_ row: Encoded) {
    let bytes = CEL.Value.bytes(row.bytes)
    #expect(Evaluating.shown("base64.encode(b)", ["b": bytes]) == "'\(row.text)'")
    let read = Evaluating.shown("base64.decode(t) == b", ["b": bytes, "t": .string(row.text)])
    #expect(read == "true")
  }

  @Test(arguments: encoded)
  func `Padding may be left out, and not be doubled`(_ row: Encoded) {
    let bare = String(row.text.prefix { $0 != "=" })
    let shown = Evaluating.shown(
      "base64.decode(t) == b", ["b": .bytes(row.bytes), "t": .string(bare)])
    #expect(shown == "true")
    let doubled = Evaluating.shown("base64.decode(t)", ["t": .string(row.text + "====")])
    #expect(doubled == "!evaluation-conversion")
  }

  @Test(arguments: ["a", "abcde", "=", "====", "ab=c", "a===", "ab-_", "ab c", "a\nb", "é"])
  func `Anything else is no base64`(_ text: String) {
    #expect(
      Evaluating.shown("base64.decode(t)", ["t": .string(text)]) == "!evaluation-conversion")
  }
}
