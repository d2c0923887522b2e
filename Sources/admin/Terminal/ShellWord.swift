/// Words quoted so that a shell reads them back as they are.
///
/// Source: POSIX.1-2017, Shell Command Language, 2.2.2.
enum ShellWord {
  private static let plain = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:,@%+=".unicodeScalars)

  /// The word itself when it is harmless, else between apostrophes.
  static func quoted(_ word: String) -> String {
    let scalars = word.unicodeScalars
    if !scalars.isEmpty, scalars.allSatisfy(plain.contains) { return word }
    return "'" + word.replacingScalar("'", with: #"'\''"#) + "'"
  }
}
