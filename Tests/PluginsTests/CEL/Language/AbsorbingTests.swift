import Plugins
import TestKit
import Testing

/// Logic with errors has three values; a table says what each operator makes of them.
@Suite struct AbsorbingTests {
  /// Nil is an error.
  indirect enum Claim: CustomStringConvertible {
    case known(Bool?)
    case not(Claim)
    case and(Claim, Claim)
    case or(Claim, Claim)
    case choice(Claim, Claim, Claim)
    case all([Claim])
    case exists([Claim])

    var description: String {
      switch self {
      case .known(let value): value.map { "\($0)" } ?? "(1 / zero == 1)"
      case .not(let claim): "!(\(claim))"
      case .and(let left, let right): "(\(left) && \(right))"
      case .or(let left, let right): "(\(left) || \(right))"
      case .choice(let test, let left, let right): "(\(test) ? \(left) : \(right))"
      case .all(let claims): "\(Self.places(claims)).all(i, \(Self.chain(claims)))"
      case .exists(let claims): "\(Self.places(claims)).exists(i, \(Self.chain(claims)))"
      }
    }

    private static func places(_ claims: [Claim]) -> String { "\(Array(claims.indices))" }

    /// Each place picks its claim.
    private static func chain(_ claims: [Claim]) -> String {
      claims.enumerated().reversed().reduce("true") { rest, claim in
        "(i == \(claim.offset) ? \(claim.element) : \(rest))"
      }
    }

    var value: Bool? {
      switch self {
      case .known(let value): value
      case .not(let claim): claim.value.map { !$0 }
      case .and(let left, let right): Self.fold([left, right], deciding: false)
      case .or(let left, let right): Self.fold([left, right], deciding: true)
      case .choice(let test, let left, let right):
        test.value.flatMap { $0 ? left.value : right.value }
      case .all(let claims): Self.fold(claims, deciding: false)
      case .exists(let claims): Self.fold(claims, deciding: true)
      }
    }

    private static func fold(_ claims: [Claim], deciding: Bool) -> Bool? {
      let values = claims.map(\.value)
      if values.contains(deciding) { return deciding }
      return values.contains(nil) ? nil : !deciding
    }

    static func random(
      _ depth: Int, using generator: inout some RandomNumberGenerator
    ) -> Claim {
      guard depth > 0 else {
        return .known([true, false, nil].randomElement(using: &generator) ?? nil)
      }
      let parts = (0..<3).map { _ in random(depth - 1, using: &generator) }
      switch Int.random(in: 0..<7, using: &generator) {
      case 0: return .known([true, false, nil].randomElement(using: &generator) ?? nil)
      case 1: return .not(parts[0])
      case 2: return .and(parts[0], parts[1])
      case 3: return .or(parts[0], parts[1])
      case 4: return .choice(parts[0], parts[1], parts[2])
      case 5: return .all(parts)
      default: return .exists(parts)
      }
    }
  }

  private static func shown(_ claim: Claim) -> String {
    claim.value.map { "\($0)" } ?? "!evaluation-divided-by-zero"
  }

  private static let values: [Bool?] = [true, false, nil]

  @Test(arguments: values, values)
  func `Two operands give what the table of three values says`(_ left: Bool?, _ right: Bool?) {
    for claim in [
      Claim.and(.known(left), .known(right)), .or(.known(left), .known(right)),
      .choice(.known(left), .known(right), .known(false)),
      .choice(.known(left), .known(true), .known(right)), .all([.known(left), .known(right)]),
      .exists([.known(left), .known(right)]), .not(.known(left)),
    ] {
      #expect(Evaluating.shown("\(claim)", ["zero": .int(0)]) == Self.shown(claim), "\(claim)")
    }
  }

  @Test(arguments: 1...12)
  func `Any claim gives what the table says, however deep`(_ seed: UInt64) {
    var generator = Seeded(seed: seed)
    for _ in 0..<60 {
      let claim = Claim.random(3, using: &generator)
      #expect(Evaluating.shown("\(claim)", ["zero": .int(0)]) == Self.shown(claim), "\(claim)")
    }
  }
}
