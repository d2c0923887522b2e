import Plugins
import Testing

/// Each function of the language takes what its signature says.
@Suite struct OverloadTests {
  @Test(arguments: OverloadExample.operators + OverloadExample.library)
  func `A call is taken by the overload of its arguments`(_ example: OverloadExample) throws {
    let checked = try CEL.Environment.sample.checked(example.text)
    #expect(checked.kind.description == example.kind)
    #expect(checked.overloads[checked.expression.id] == [example.id])
  }

  @Test func `Each overload has an example above`() {
    let examples = OverloadExample.operators + OverloadExample.library
    let declared = CEL.Declarations.functions.values.flatMap(\.self).map(\.id)
    #expect(Set(examples.map(\.id)).symmetricDifference(declared).sorted() == [])
    #expect(Set(declared).count == declared.count)
  }

  @Test func `Each operator is declared`() {
    for written in CEL.Operator.allCases {
      #expect(CEL.Declarations.functions[written.rawValue]?.isEmpty == false, "\(written)")
    }
  }

  @Test func `Overloads stand under the name of their function`() {
    for (name, overloads) in CEL.Declarations.functions {
      #expect(overloads.allSatisfy { $0.function == name })
    }
  }
}
