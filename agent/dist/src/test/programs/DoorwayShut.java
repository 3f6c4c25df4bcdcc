/** Like Fetch, after the class that the gate would come in by has been loaded. */
public class DoorwayShut {
    public static void main(String[] arguments) throws Exception {
        new EnumConstantNotPresentException(Thread.State.class, "NONE").getMessage();
        Fetch.main(arguments);
    }
}
