package org.countinghouse.server.cli;

import java.io.PrintWriter;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.countinghouse.access.Actor;
import org.countinghouse.errors.Finding;
import org.countinghouse.exchange.Inbox;
import org.countinghouse.exchange.InboxDocument;
import org.countinghouse.exchange.InboxQuery;
import org.countinghouse.exchange.InboxRecord;
import org.countinghouse.exchange.InboxState;
import org.countinghouse.exchange.Link;
import org.countinghouse.exchange.Replay;
import org.countinghouse.exchange.Replays;
import org.countinghouse.organizations.Organizations;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code exchange …}: what came in and what became of it. */
@Command(
    name = "exchange",
    description = "Documents that came in, their outcome, and handling them again.",
    mixinStandardHelpOptions = true,
    subcommands = {
      ExchangeCommands.ListNewest.class,
      ExchangeCommands.Show.class,
      ExchangeCommands.ReplayOne.class
    })
final class ExchangeCommands {

  private ExchangeCommands() {}

  @Command(
      name = "list",
      description = "The newest documents of an organization.",
      mixinStandardHelpOptions = true)
  static final class ListNewest implements Callable<Integer> {

    @Mixin private Application application = new Application();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(names = "--organization", paramLabel = "CODE", required = true, description = "whose")
    private String organization = "";

    @Option(names = "--channel", description = "only this channel, e.g. supplier-invoices")
    private @Nullable String channel;

    @Option(
        names = "--state",
        description =
            "only received, in-progress, accepted, duplicate, rejected or failed documents")
    private @Nullable String state;

    @Option(names = "--limit", description = "how many at most (default: 100)")
    private int limit = 100;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      return application.run(
          context -> {
            var query =
                new InboxQuery(
                    context.getBean(Organizations.class).byCode(organization).id(),
                    channel,
                    state == null ? null : InboxState.ofCode(state),
                    null,
                    limit);
            for (InboxDocument document : context.getBean(Inbox.class).list(query)) {
              out.printf(
                  "%s  %-24s %-18s %-12s %s%n",
                  document.id(),
                  document.receivedAt(),
                  document.channel(),
                  document.state().code(),
                  document.name());
            }
            return 0;
          });
    }
  }

  @Command(
      name = "show",
      description = "One document: its outcome, what it created, what was found.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {

    @Mixin private Application application = new Application();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "the inbox document")
    private @Nullable UUID id;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      return application.run(
          context -> {
            InboxRecord shown = context.getBean(Inbox.class).show(required(id));
            InboxDocument document = shown.document();
            out.printf("document  %s%n", document.id());
            out.printf("name      %s (%d bytes)%n", document.name(), document.size());
            out.printf("channel   %s%n", document.channel());
            out.printf("sha-256   %s%n", document.sha256());
            out.printf("received  %s%n", document.receivedAt());
            out.printf("outcome   %s %s%n", document.state().code(), document.summary());
            if (document.lastError() != null) {
              out.printf(
                  "last error after %d attempts: %s%n", document.attempts(), document.lastError());
            }
            print(out, shown.links());
            print(out, "error", shown.errors());
            print(out, "warning", shown.warnings());
            return 0;
          });
    }
  }

  @Command(
      name = "replay",
      description =
          "Handles a document again from its stored bytes. Ends with 0 when it is (or would be) accepted.",
      mixinStandardHelpOptions = true)
  static final class ReplayOne implements Callable<Integer> {

    @Mixin private Application application = new Application();
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "ID", description = "the inbox document")
    private @Nullable UUID id;

    @Option(names = "--dry-run", description = "only says what would happen")
    private boolean dryRun;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      return application.run(
          context -> {
            Replay replay =
                context
                    .getBean(Replays.class)
                    .replay(required(id), dryRun, Actor.system("command-line"));
            out.printf(
                "%s %s: %s %s%n",
                replay.document().name(),
                dryRun ? "would be" : "is",
                replay.outcome().state().code(),
                replay.outcome().summary());
            print(out, replay.outcome().links());
            print(out, "error", replay.outcome().errors());
            print(out, "warning", replay.outcome().warnings());
            return switch (replay.outcome().state()) {
              case ACCEPTED, IN_PROGRESS -> 0;
              case RECEIVED, DUPLICATE, REJECTED, FAILED -> CommandLineEntry.REFUSED;
            };
          });
    }
  }

  private static UUID required(@Nullable UUID id) {
    if (id == null) {
      throw new IllegalArgumentException("picocli requires the parameter");
    }
    return id;
  }

  private static void print(PrintWriter out, Iterable<Link> links) {
    links.forEach(link -> out.printf("  -> %s %s %s%n", link.kind(), link.id(), link.label()));
  }

  private static void print(PrintWriter out, String kind, Iterable<Finding> findings) {
    findings.forEach(
        finding ->
            out.printf(
                "  %s %s %s: %s%n", kind, finding.place(), finding.code(), finding.message()));
  }
}
