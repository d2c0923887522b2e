import Governance
import Testing

/// A text in numbered paragraphs.
@Suite struct MotionTextTests {
  @Test(arguments: [
    ("One.", ["One."]), ("One.\n\nTwo.", ["One.", "Two."]),
    ("One.\n\n\n \t\nTwo.\n", ["One.", "Two."]), ("\n\n  One. \n", ["One."]),
    ("One\n  line two \n\nTwo.", ["One\nline two", "Two."]), ("", []), (" \n\t\n", []),
    ("One.\r\n\r\nTwo.", ["One.", "Two."]),
  ])
  func `Empty lines part paragraphs, and line breaks within one stay`(
    _ row: (text: String, paragraphs: [String])
  ) {
    #expect(MotionText(row.text).paragraphs == row.paragraphs)
  }

  @Test(arguments: ["One.", "One.\n\nTwo.", "A\nb\n\nC"])
  func `A text that is put together again is the same`(_ text: String) {
    let once = MotionText(text)
    #expect(once.text == text)
    #expect(MotionText(once.text) == once)
    #expect(MotionText(paragraphs: once.paragraphs).digest == once.digest)
  }

  @Test func `The digest is that of the words and not of the spaces around them`() {
    let digest = MotionText("One.\n\nTwo.").digest
    #expect(digest == "8fe200d7c97faa776f1558bb2be4fec48ddbac13601a8884c45bdabff7b8293d")
    #expect(MotionText(" One. \n\n\n Two.\n\n").digest == digest)
    #expect(MotionText("One. Two.").digest != digest)
    #expect(MotionText("One.\n\nTwo").digest != digest)
  }
}
