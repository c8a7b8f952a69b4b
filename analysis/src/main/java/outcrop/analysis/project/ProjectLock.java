package outcrop.analysis.project;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outcrop.analysis.task.UserFailure;
import outcrop.analysis.task.WholeFile;

/// The right to write a project. The operating system gives it back when its holder dies, so a
/// killed program never locks a project for ever; the file beside it says who holds it.
public final class ProjectLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;
  private final Path owner;

  private ProjectLock(FileChannel channel, FileLock lock, Path owner) {
    this.channel = channel;
    this.lock = lock;
    this.owner = owner;
  }

  /// Takes the right to write.
  ///
  /// @return empty where another program holds it; [#holder] then says who
  /// @throws UserFailure when the folder cannot be written
  public static Optional<ProjectLock> take(Path projectFolder) {
    Path file = projectFolder.resolve(".lock");
    Path owner = projectFolder.resolve(".lock-owner");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      Files.writeString(owner, describe());
      return Optional.of(new ProjectLock(channel, lock, owner));
    } catch (IOException failure) {
      throw new UserFailure(WholeFile.sentence(file, failure), failure);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisProgram) {
      return null;
    }
  }

  private static String describe() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException noName) {
      host = "this computer";
    }
    return System.getProperty("user.name", "somebody")
        + " on "
        + host
        + ", process "
        + ProcessHandle.current().pid()
        + ", since "
        + Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  /// Who holds the project, in words for the user.
  public static String holder(Path projectFolder) {
    try {
      return Files.readString(projectFolder.resolve(".lock-owner"));
    } catch (IOException notWritten) {
      return "another program";
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(owner);
      lock.release();
      channel.close();
    } catch (IOException alreadyGone) {
      // A folder that vanished while it was open holds no lock any more.
      return;
    }
  }
}
