package org.percuta.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.percuta.cli.skin.DoseCommand;
import org.percuta.cli.skin.HealCommand;
import org.percuta.protocol.validate.Finding;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Entry point of the {@code percuta} command. */
@Command(
    name = "percuta",
    description = {
      "Runs a microneedling practice: dated, explained, sourced decisions.",
      "Decision support for professionals; not a diagnosis."
    },
    mixinStandardHelpOptions = true,
    version = "Percuta 0.1.0",
    subcommands = {
      ScreenCommand.class,
      PlanCommand.class,
      AskCommand.class,
      TriageCommand.class,
      KnowledgeCommand.class,
      DoseCommand.class,
      HealCommand.class
    },
    footer = {
      "",
      "Also: percuta serve (the clinic in a browser), percuta audit verify, percuta test;",
      "each with --help.",
      "",
      "Exit: 0 answered, 2 bad input, 3 invalid knowledge."
    })
public final class Percuta {

  private Percuta() {}

  public static void main(String[] args) {
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    int exit = run(out, err, args);
    out.flush();
    err.flush();
    System.exit(exit);
  }

  /** Runs one command line against the given writers. */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine line = new CommandLine(new Percuta());
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpWidth(100);
    line.setParameterExceptionHandler(Percuta::badArguments);
    line.setExecutionExceptionHandler(stopped());
    return args.length == 0 ? line.execute("--help") : line.execute(args);
  }

  private static int badArguments(ParameterException e, String[] args) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("error PX-0001: " + e.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Maybe see: " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return ExitCode.BAD_INPUT;
  }

  private static IExecutionExceptionHandler stopped() {
    return (exception, line, parsed) -> {
      PrintWriter err = line.getErr();
      if (exception instanceof StopException stop) {
        for (Finding finding : stop.findings()) {
          err.println(finding.inOneLine());
        }
        err.flush();
        return stop.exitCode();
      }
      err.println(
          "error PX-0002: Percuta itself failed: "
              + exception.getClass().getSimpleName()
              + ". Please report it with the command you gave; set PERCUTA_DEBUG=1 to see where.");
      if (System.getenv("PERCUTA_DEBUG") != null) {
        exception.printStackTrace(err);
      }
      err.flush();
      return ExitCode.BROKEN;
    };
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
  }
}
