internal import CTexts

/// The texts compiled into the program; it needs no file beside it.
enum EmbeddedText {
  /// A copy of the text of a name such as `catalogue/en`; nil when there is none.
  static func bytes(named name: String) -> [UInt8]? {
    for index in 0..<acta_text_count() {
      let text = unsafe acta_text_at(index)
      guard unsafe String(cString: text.name) == name else { continue }
      return unsafe [UInt8](UnsafeRawBufferPointer(start: text.bytes, count: text.count))
    }
    return nil
  }
}
