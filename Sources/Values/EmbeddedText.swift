internal import CTexts

/// The texts compiled into the program; it needs no file beside it.
package enum EmbeddedText {
  /// The names of all texts, such as `catalogue/en` and `template/blank`.
  package static var names: [String] {
    (0..<acta_text_count()).map { unsafe String(cString: acta_text_at($0).name) }
  }

  /// A copy of the text of a name; nil when there is none.
  package static func bytes(named name: String) -> [UInt8]? {
    unsafe buffer(named: name).map { unsafe [UInt8]($0) }
  }

  /// The text of a name where it lies; it is there as long as the program runs, and nobody may write to it.
  @unsafe package static func buffer(named name: String) -> UnsafeRawBufferPointer? {
    for index in 0..<acta_text_count() {
      let text = unsafe acta_text_at(index)
      guard unsafe String(cString: text.name) == name else { continue }
      return unsafe UnsafeRawBufferPointer(start: text.bytes, count: text.count)
    }
    return nil
  }
}
