import Testing
import Values

/// What counts as an address that a letter can be sent to.
@Suite struct MailAddressTests {
  @Test(arguments: [
    "ana@example.org", "a@b", "ana.sousa+acta@mail.example.pt", "o'neil@example.ie",
    "x_{1}@3com.example", "A-Z@EXAMPLE.ORG",
    String(repeating: "a", count: 64) + "@example.org",
    "a@" + String(repeating: "b", count: 63) + ".org",
  ])
  func `An address of letters, digits and signs is read as it is`(_ text: String) {
    #expect(MailAddress(text)?.text == text)
  }

  @Test(arguments: [
    "", "@", "ana", "ana@", "@example.org", "ana@@example.org", "ana@exa mple.org",
    "ana sousa@example.org", "Ana <ana@example.org>", "ana@example.org\r\nBcc: x@y", "ana@.org",
    "ana@example..org", "ana@example.org.", ".ana@example.org", "ana.@example.org",
    "a..b@example.org", "ana@-example.org", "ana@example-.org", "ana@exämple.org",
    "aná@example.org", "\"ana\"@example.org", "ana@[192.0.2.1]", "ana,rui@example.org",
    "ana@example.org>", "(x)ana@example.org", String(repeating: "a", count: 65) + "@example.org",
    "a@" + String(repeating: "b", count: 64) + ".org",
  ])
  func `What could end a field of a letter, or reaches no server, is none`(_ text: String) {
    #expect(MailAddress(text) == nil)
  }

  @Test func `An address has 254 octets at most`() {
    let label = String(repeating: "b", count: 61)
    let long = "a@" + [label, label, label, label].joined(separator: ".") + ".org"
    #expect(long.utf8.count == 253)
    #expect(MailAddress(long) != nil && MailAddress("a" + long) != nil)
    #expect(MailAddress("aa" + long) == nil)
  }

  /// Everything between the first and the last octet, alone and in the middle of an address.
  @Test func `No address holds an octet that could end its field`() {
    for byte in UInt8.min...UInt8.max where byte < 0x80 {
      let sign = String(Character(Unicode.Scalar(byte)))
      guard let address = MailAddress("a\(sign)b@example.org") else { continue }
      #expect(address.text.utf8.allSatisfy { (0x21...0x7E).contains($0) })
      #expect(!address.text.contains { "<>()[],;:\\\"".contains($0) }, "\(byte)")
    }
  }
}
