import Testing

/// The yardstick itself: a measure that sees nothing would hold every limit.
@Suite struct FunctionsTests {
  private func lengths(_ text: String) -> [String: Int] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let found = Functions.all(in: SourceFile(path: "A.swift", lines: lines))
    return Dictionary(uniqueKeysWithValues: found.map { ($0.name, $0.length) })
  }

  @Test func `The lines between the braces are counted, also below a long signature`() {
    let text = """
      struct A {
        package static func one(
          _ first: Int, _ second: Int
        ) throws -> Int {
          if first > 1 {
            return first
          }
          return second
        }

        init(a: Int) {
          self.a = a
        }
      }
      """
    #expect(lengths(text) == ["func one(": 4, "init(a: Int)": 1])
  }

  @Test func `A body on one line and a requirement are not long`() {
    let text = """
      protocol B {
        func required() throws
        init(b: Int)

        func last()
          -> Int
      }

      func short() -> Int { 1 }
      """
    #expect(lengths(text).isEmpty)
  }

  @Test func `A switch is known as one`() throws {
    let text = """
      func pick(_ a: Int) -> Int {
        switch a {
        case 1: 2
        default: 3
        }
      }
      """
    let lines = text.split(separator: "\n").map(String.init)
    let function = try #require(
      Functions.all(in: SourceFile(path: "A.swift", lines: lines)).first)
    #expect(function.isSwitch)
    #expect(function.length == 4)
    #expect(function.line == 1)
  }
}
