System.Console.WriteLine("PianoZona");
