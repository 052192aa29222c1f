package attentionscope.cli;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server on this machine, which would answer. */
class NoNetworkTest {
  private final ProxySelector usual = ProxySelector.getDefault();

  @BeforeEach
  void refuse() {
    ProxySelector.setDefault(new NoNetwork());
  }

  @AfterEach
  void allowAgain() {
    ProxySelector.setDefault(usual);
  }

  @Test
  void socketsAreRefused() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket = new Socket()) {
      assertThrows(Exception.class, () -> socket.connect(server.getLocalSocketAddress()));
    }
  }

  @Test
  void urlsAreRefused() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
      assertThrows(Exception.class, () -> uri.toURL().openStream().close());
    }
  }
}
