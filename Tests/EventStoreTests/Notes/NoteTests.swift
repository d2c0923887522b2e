import Testing
import Values

@testable import EventStore

@Suite struct NoteTests {
  /// Source: the example of C2SP signed-note and of the Go package `golang.org/x/mod/sumdb/note`.
  private static let example = """
    If you think cryptography is the answer to your problem,
    then you don't know what your problem is.

    \u{2014} PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

    """

  private static let peter =
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"

  @Test func `The example of the specification holds by its key`() throws {
    let note = try #require(SignedNote(Self.example))
    let key = try #require(NoteKey(Self.peter))
    #expect(note.standing(of: key) == .good)
    #expect(note.whole == Self.example)
    #expect(key.text == Self.peter && key.id == "c74f20a3")
  }

  @Test func `A letter of the text changed makes the signature forged`() throws {
    let changed = Self.example.split(separator: "answer").joined(separator: "Answer")
    let key = try #require(NoteKey(Self.peter))
    #expect(SignedNote(changed)?.standing(of: key) == .forged)
  }

  @Test func `Signatures of keys that nobody knows are passed over`() throws {
    let key = try #require(NoteKey(Self.peter))
    var note = try #require(SignedNote(Self.example))
    note.signatures.insert(
      SignedNote.Signature(name: "somebody", hash: [1, 2, 3, 4], bytes: [5]), at: 0)
    #expect(note.standing(of: key) == .good)
    note.signatures.removeLast()
    #expect(note.standing(of: key) == .absent)
  }

  @Test func `One bad signature of a known key spoils a good one`() throws {
    let key = try #require(NoteKey(Self.peter))
    var note = try #require(SignedNote(Self.example))
    note.signatures.append(
      SignedNote.Signature(name: key.name, hash: key.hash, bytes: [UInt8](repeating: 0, count: 64)))
    #expect(note.standing(of: key) == .forged)
  }

  @Test(arguments: [
    ("", "nothing"), ("a\n", "no signature"), ("a\n\n", "no signature after the empty line"),
    ("\n\u{2014} a AAAAAAA=\n", "no text"), ("a\n\n\u{2014} a AAAAAAA=", "no last line break"),
    ("a\n\n- a AAAAAAA=\n", "another dash"), ("a\n\n\u{2014} a AAAA\n", "no bytes after the hash"),
    ("a\n\n\u{2014} a AAAAAAB=\n", "spare bits"), ("a\n\n\u{2014} a+b AAAAAAA=\n", "a plus sign"),
    ("a\n\n\u{2014} a AAAAAAA= \n", "a space at the end"), ("a\r\n\n\u{2014} a AAAAAAA=\n", "a CR"),
    ("a\u{0}\n\n\u{2014} a AAAAAAA=\n", "a NUL"), ("a\n\n\u{2014}  AAAAAAA=\n", "no name"),
  ])
  func `What has not the form of a note is none`(_ row: (text: String, why: String)) {
    #expect(SignedNote(row.text) == nil, "\(row.why)")
  }

  @Test func `A note of the least form is read, one of many signatures is not`() {
    let line = "\u{2014} a AAAAAAA=\n"
    #expect(SignedNote("a\n\n" + line) != nil)
    #expect(SignedNote("a\n\n" + String(repeating: line, count: 100)) != nil)
    #expect(SignedNote("a\n\n" + String(repeating: line, count: 101)) == nil)
    #expect(SignedNote(String(repeating: "a", count: 65_600) + "\n\n" + line) == nil)
  }

  @Test(arguments: [
    "PeterNeumann+c74f20a3", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "", "++",
    "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "PeterNeumann+c74f20a3+AhpcZQ==", "a b+00000000+AQ==",
  ])
  func `A key whose parts do not fit is none`(_ text: String) { #expect(NoteKey(text) == nil) }

  @Test(arguments: NoteKey.Purpose.allCases)
  func `A purpose is read from the word that it is written as`(_ purpose: NoteKey.Purpose) throws {
    #expect(NoteKey.Purpose(word: purpose.word) == purpose)
    #expect(NoteKey.Purpose(word: purpose.word + "s") == nil)
    let key = try SampleKeys.key(1, "a", purpose).key
    #expect(NoteKey(key.text) == key)
  }

  @Test func `The same bytes are another key for another purpose`() throws {
    let (log, witness) = (try SampleKeys.key(1, "a").key, try SampleKeys.key(1, "a", .witness).key)
    #expect(log.publicKey == witness.publicKey && log.hash != witness.hash)
  }
}
