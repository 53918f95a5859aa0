package org.countinghouse.routes.filedrop;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads a file and fails at its end when it changed meanwhile: half a file is never taken. */
final class UnchangedFileStream extends FilterInputStream {

  private final Path file;
  private final BasicFileAttributes before;

  UnchangedFileStream(Path file, BasicFileAttributes before) throws IOException {
    super(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS));
    this.file = file;
    this.before = before;
  }

  @Override
  public int read() throws IOException {
    int next = in.read();
    return next < 0 ? end() : next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = in.read(buffer, offset, length);
    return count < 0 ? end() : count;
  }

  private int end() throws IOException {
    var now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (now.size() != before.size() || !now.lastModifiedTime().equals(before.lastModifiedTime())) {
      throw new IOException(file.getFileName() + " is still being written");
    }
    return -1;
  }
}
