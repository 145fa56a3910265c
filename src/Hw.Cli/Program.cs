Console.Error.WriteLine("hw: no verbs yet");
return 2;
