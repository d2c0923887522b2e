extension String {
  /// The text with each of a scalar replaced, also where a combining mark follows it.
  ///
  /// A program that reads bytes, such as a shell, sees the apostrophe of `'\u{301}`; a search for the
  /// character `'` does not.
  func replacingScalar(_ scalar: Unicode.Scalar, with replacement: String) -> String {
    var result = UnicodeScalarView()
    for own in unicodeScalars {
      if own == scalar {
        result.append(contentsOf: replacement.unicodeScalars)
      } else {
        result.append(own)
      }
    }
    return String(result)
  }

  /// What stands before and after the first of a scalar; nil after it when there is none.
  func halves(at scalar: Unicode.Scalar) -> (before: String, after: String?) {
    guard let index = unicodeScalars.firstIndex(of: scalar) else { return (self, nil) }
    let next = unicodeScalars.index(after: index)
    return (String(unicodeScalars[..<index]), String(unicodeScalars[next...]))
  }
}
