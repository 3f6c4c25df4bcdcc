import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A Spring Boot web application that ends when it is ready to serve. */
@SpringBootConfiguration
@EnableAutoConfiguration
@RestController
public class SpringWeb {
    public static void main(String[] arguments) {
        SpringApplication.run(SpringWeb.class, "--server.port=0", "--server.address=127.0.0.1");
    }

    @GetMapping("/")
    public String hello() {
        return "hello";
    }

    @EventListener(ApplicationReadyEvent.class)
    public void ready() {
        Runtime.getRuntime().halt(0);
    }
}
