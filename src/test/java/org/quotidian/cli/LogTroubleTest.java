package org.quotidian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.status.ErrorStatus;
import ch.qos.logback.core.status.InfoStatus;
import ch.qos.logback.core.status.OnConsoleStatusListener;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LogTroubleTest {

  @Test
  void anErrorIsToldOnceInOneLineByNobodyElse(CapturedOutput output) {
    LoggerContext log = new LoggerContext();
    log.getStatusManager().add(new OnConsoleStatusListener());
    LogTrouble trouble = new LogTrouble();
    trouble.setContext(log);
    log.getStatusManager().add(trouble);
    trouble.start();

    log.getStatusManager().add(new InfoStatus("file opened", this));
    IOException full = new IOException("No space left on device");
    log.getStatusManager().add(new ErrorStatus("cannot write q.log", this, full));
    log.getStatusManager().add(new ErrorStatus("cannot write q.log", this, full));

    assertThat(output.getOut()).isEmpty();
    assertThat(output.getErr())
        .isEqualToNormalizingNewlines("Log: cannot write q.log: No space left on device\n");
  }
}
