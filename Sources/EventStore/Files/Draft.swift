internal import Glibc
internal import Values

/// A file or folder in the making, which has no name of its own yet.
///
/// Whoever makes it holds a lock on it, which the kernel gives back when a process ends, however it ends. So a
/// draft that nobody holds was left behind, and whoever makes the next one in the same folder takes it away: it
/// may hold words and keys that an erasure has to reach.
final class Draft {
  /// No name that people give ends like this, with eight digits of chance behind it.
  private static let mark = ".acta-draft-"
  private static let chance = 4

  let path: String
  private let descriptor: Int32

  /// Holds what stands under a name; nil when another holds it, or when it is gone or not what it was.
  private init?(holding path: String) {
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, Self.stands(descriptor, under: path) else {
      _ = Glibc.close(descriptor)
      return nil
    }
    (self.path, self.descriptor) = (path, descriptor)
  }

  deinit { _ = Glibc.close(descriptor) }

  /// Makes an empty folder beside a target.
  static func folder(beside target: String) throws -> Draft {
    try make(beside: target) { path in
      guard unsafe mkdir(path, 0o700) == 0 else { throw Failure.system(path) }
    }
  }

  /// Makes an empty file beside a target, that only its owner may read.
  static func file(beside target: String) throws -> Draft {
    try make(beside: target) { try Folder.createPrivateFile($0) }
  }

  private static func make(beside target: String, _ create: (String) throws -> Void) throws -> Draft
  {
    clear(beside: target)
    while true {
      let path = target + mark + Sodium.randomBytes(chance).hex
      do { try create(path) } catch let failure as Failure where failure.code == .logMissing {
        throw Failure(.targetUnmade, ["path": .text(target)])
      }
      // Somebody who clears at this very moment may have taken it for one that was left behind.
      if let draft = Draft(holding: path) { return draft }
    }
  }

  /// Takes away the drafts in the folder of a target that nobody holds.
  static func clear(beside target: String) {
    let parent = Folder.parent(of: target)
    for name in FolderEntry.names(in: parent) where isName(name) {
      guard let draft = Draft(holding: "\(parent)/\(name)") else { continue }
      Folder.removeAll(draft.path)
    }
  }

  /// Whether a name is one that a draft gets.
  static func isName(_ name: String) -> Bool {
    let digits = name.suffix(2 * chance)
    return digits.utf8.count == 2 * chance && name.dropLast(2 * chance).hasSuffix(mark)
      && digits.allSatisfy { "0123456789abcdef".contains($0) }
  }

  private static func stands(_ descriptor: Int32, under path: String) -> Bool {
    var (own, there) = (stat(), stat())
    guard unsafe fstat(descriptor, &own) == 0 else { return false }
    guard unsafe lstat(path, &there) == 0 else { return false }
    return own.st_dev == there.st_dev && own.st_ino == there.st_ino
  }
}
