import CFaultVFS
import Foundation

/// The same parsers under libFuzzer, in a program that was built for it; `scripts/faults --fuzz` does.
enum LibFuzzer {
  /// Fuzzes the parser that the first word names, with the options of libFuzzer that follow; its exit status.
  static func run(_ words: [String]) -> Int32 {
    guard let parser = InputParser.all.first(where: { $0.name == words.first }) else {
      Console.complain("name one of: \(InputParser.all.map(\.name).joined(separator: " "))")
      return 64
    }
    #if ACTA_LIBFUZZER
      chosen.withLock { $0 = parser }
      return fuzz(["acta-faults"] + words.dropFirst())
    #else
      Console.complain(
        "this program was built without libFuzzer: scripts/faults --fuzz \(parser.name)")
      return 69
    #endif
  }
}

#if ACTA_LIBFUZZER
  import Synchronization

  /// libFuzzer calls a C function without a context.
  private let chosen = Mutex<InputParser?>(nil)

  /// The function that libFuzzer looks for, whoever calls it.
  @_cdecl("LLVMFuzzerTestOneInput")
  func readAny(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    guard let complaint = chosen.withLock({ $0 })?.read(text) else { return 0 }
    Console.complain(complaint)
    abort()
  }

  private func fuzz(_ words: [String]) -> Int32 {
    var words = unsafe words.map { unsafe strdup($0) } + [nil]
    var count = unsafe Int32(words.count - 1)
    return unsafe words.withUnsafeMutableBufferPointer { buffer in
      var start = buffer.baseAddress
      return unsafe LLVMFuzzerRunDriver(&count, &start) { unsafe readAny($0, $1) }
    }
  }
#endif
